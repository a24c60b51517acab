/** The parts of a text that were searched for, marked. Ranges are half-open, in UTF-16 units, in order. */
export const Highlight = ({
  text,
  ranges,
}: {
  text: string;
  ranges: readonly (readonly [start: number, end: number])[];
}) => {
  const parts: { from: number; text: string; hit: boolean }[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start < at || end > text.length || start >= end) continue;
    parts.push(
      { from: at, text: text.slice(at, start), hit: false },
      { from: start, text: text.slice(start, end), hit: true },
    );
    at = end;
  }
  parts.push({ from: at, text: text.slice(at), hit: false });
  return parts
    .filter((part) => part.text)
    .map((part) =>
      part.hit ? (
        <mark key={part.from} className="rounded-xs bg-accent-soft text-accent-ink">
          {part.text}
        </mark>
      ) : (
        part.text
      ),
    );
};

/** Where the words of a search stand in a text, for texts that come without ranges. */
export const rangesOf = (text: string, typed: string): [number, number][] => {
  const lower = text.toLowerCase();
  const found = typed
    .toLowerCase()
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((word): [number, number][] => {
      const at = lower.indexOf(word);
      return at < 0 ? [] : [[at, at + word.length]];
    });
  return found.toSorted((a, b) => a[0] - b[0]);
};
