/** A sentence with the words marked that are meant. Offsets count UTF-16 code units, as JavaScript strings do. */
interface QuoteProps {
  quote: string;
  start: number;
  end: number;
}

export function Quote({ quote, start, end }: QuoteProps) {
  if (start < 0 || end <= start || start >= quote.length) return <>“{quote}”</>;
  return (
    <>
      “{quote.slice(0, start)}
      <mark>{quote.slice(start, end)}</mark>
      {quote.slice(end)}”
    </>
  );
}
