/** The key of a server that asks for one. Kept until the tab is closed, never in the address. */
const PLACE = 'skillgap-key';

export function accessKey(): string | null {
  return sessionStorage.getItem(PLACE);
}

export function keepAccessKey(key: string): void {
  sessionStorage.setItem(PLACE, key);
}
