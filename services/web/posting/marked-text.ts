/** A text and the places of links in it, into parts to show in order: where links overlap the surer one is marked. */
export interface TextPlace {
  start: number;
  end: number;
  confidence: number;
}

export interface TextPart<Place> {
  text: string;
  /** Null for words that no link is about. */
  place: Place | null;
}

/** Offsets count UTF-16 code units; places outside the text are left out. */
export function markText<Place extends TextPlace>(text: string, places: readonly Place[]): TextPart<Place>[] {
  const kept: Place[] = [];
  for (const place of [...places].sort((a, b) => b.confidence - a.confidence)) {
    const isInside = place.start >= 0 && place.end > place.start && place.end <= text.length;
    if (isInside && kept.every(({ start, end }) => place.end <= start || place.start >= end)) kept.push(place);
  }
  kept.sort((a, b) => a.start - b.start);
  const parts: TextPart<Place>[] = [];
  let at = 0;
  for (const place of kept) {
    if (place.start > at) parts.push({ text: text.slice(at, place.start), place: null });
    parts.push({ text: text.slice(place.start, place.end), place });
    at = place.end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), place: null });
  return parts;
}
