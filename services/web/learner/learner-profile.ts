/**
 * The learner's text, kept in this tab's memory only: it never goes into the address, a cookie or any store of the
 * browser, so loading the page again forgets it.
 */
let text = '';

export function currentProfile(): string {
  return text;
}

export function keepProfile(next: string): void {
  text = next;
}

/** As the API takes it: JSON as the document it is, everything else as text. */
export function profileBody(profile: string): string | Record<string, unknown> {
  if (!/^\s*[[{]/u.test(profile)) return profile;
  try {
    const parsed: unknown = JSON.parse(profile);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : profile;
  } catch {
    // The API says where it is broken.
    return profile;
  }
}
