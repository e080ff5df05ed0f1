/**
 * The learner's text, kept in this tab's memory only: it never goes into the address, a cookie or any store of the
 * browser, so loading the page again forgets it.
 */
let text = '';

/** A résumé or a badge, a list of badges, or text. */
export type LearnerBody = string | Record<string, unknown> | Record<string, unknown>[];

export function currentProfile(): string {
  return text;
}

export function keepProfile(next: string): void {
  text = next;
}

/** As the API takes it: JSON as the document it is, everything else as text. */
export function profileBody(profile: string): LearnerBody {
  if (!/^\s*[[{]/u.test(profile)) return profile;
  try {
    return JSON.parse(profile) as LearnerBody;
  } catch {
    // The API says where it is broken.
    return profile;
  }
}
