/**
 * A text in, the same with web and mail addresses blanked out: `about.gitlab.com/solutions/devops-platform` asks for no
 * DevOps. Every character keeps its place.
 */
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"')\]]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/giu;

export function blankAddresses(text: string): string {
  return text.replace(ADDRESS, (address) => ' '.repeat(address.length));
}
