/**
 * Requirements that a source keeps beside the description in, one description with them in front out.
 *
 * In front, because where a source lists requirements apart its description is about something else (the US federal
 * ones are questionnaires). The added text is HTML where the description is, or the normaliser would run it together.
 */
import { headingByField, sectionFields } from './posting-fields.ts';

export type SectionItems = Partial<Record<keyof typeof headingByField, readonly string[]>>;

const TAG = /<\/?(?:p|br|ul|ol|li|div|span|strong|b|h[1-6]|table)\b[^<>]*>/i;
const ESCAPED_TAG = /&lt;\/?(?:p|br|ul|ol|li|div|span|strong|b|h[1-6]|table)\b/i;

export function joinSections(description: string, itemsByField: SectionItems): string {
  const sections = sectionFields.flatMap((field) => {
    const items = (itemsByField[field] ?? []).map((item) => item.trim()).filter((item) => item !== '');
    return items.length === 0 ? [] : [{ heading: headingByField[field], items }];
  });
  if (sections.length === 0) return description;

  const isMarkup = TAG.test(description);
  if (!isMarkup && !ESCAPED_TAG.test(description)) {
    const texts = sections.map(({ heading, items }) => [heading, ...items.map((item) => `- ${item}`)].join('\n'));
    return [...texts, description].join('\n\n').trim();
  }
  const html = sections
    .map(({ heading, items }) => `<h3>${heading}</h3><ul>${items.map(toListItem).join('')}</ul>`)
    .join('');
  return (isMarkup ? html : escapeMarkup(html)) + description;
}

function toListItem(item: string): string {
  return `<li>${TAG.test(item) ? item : escapeMarkup(item)}</li>`;
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
