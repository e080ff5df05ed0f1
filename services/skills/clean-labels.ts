/**
 * Labels as they stand in files in, labels fit for comparing out: no stray blanks, none twice.
 *
 * Case is kept: `C` and `c`, `IT` and `it` are not the same label.
 */

/** Trimmed, and every run of blanks (no-break spaces and line ends too) made one space. */
export function cleanLabel(label: string): string {
  return label.replaceAll(/\s+/g, ' ').trim();
}

/** Cleaned, without empty ones, repetitions and the preferred label; in the order given. */
export function cleanAltLabels(labels: readonly string[], preferredLabel: string): string[] {
  const unique = new Set(labels.map(cleanLabel));
  unique.delete('');
  unique.delete(preferredLabel);
  return [...unique];
}

/** Trimmed text, or null when nothing is left: unknown stays null. */
export function textOrNull(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
