/** One hit: where in which entry; `starts` and `ends` say whether it stands on the borders the entry was given. */
export type Hit = {
  owner: number;
  weight: number;
  /** Offset in the entry. */
  at: number;
  starts: boolean;
  ends: boolean;
  whole: boolean;
  first: boolean;
};

type Segment = {
  texts: string[];
  owners: number[];
  weights: number[];
  marks: (Uint8Array | undefined)[];
  joined?: Joined;
};
type Joined = { text: string; offsets: number[] };

const SEGMENT = 512;

/**
 * Many short texts looked through as a few long ones, which engines do at memory speed: finds a text inside any of
 * them. Texts are only added; who owns one says elsewhere whether it still counts.
 */
export const haystack = () => {
  const segments: Segment[] = [];

  /** `borders`: lengths of the pieces (syllables) a hit should begin and end on; without them, only the whole counts. */
  const add = (owner: number, weight: number, text: string, borders?: readonly number[]): void => {
    if (text === '') return;
    let last = segments.at(-1);
    if (!last || last.texts.length >= SEGMENT) {
      last = { texts: [], owners: [], weights: [], marks: [] };
      segments.push(last);
    }
    last.texts.push(text);
    last.owners.push(owner);
    last.weights.push(weight);
    last.marks.push(borders && marksOf(text.length, borders));
    delete last.joined;
  };

  /** Tells every place where `needle` stands. The hit given is reused: read it, do not keep it. */
  const scan = (needle: string, visit: (hit: Hit, entry: string) => void): void => {
    if (needle === '' || needle.includes('\n')) return;
    const hit: Hit = { owner: 0, weight: 0, at: 0, starts: false, ends: false, whole: false, first: false };
    for (const segment of segments) {
      segment.joined ??= join(segment.texts);
      const { text, offsets } = segment.joined;
      let entry = 0;
      for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
        while (entry + 1 < offsets.length && offsets[entry + 1]! <= at) entry++;
        const from = at - offsets[entry]!;
        const to = from + needle.length;
        const own = segment.texts[entry]!;
        const marks = segment.marks[entry];
        hit.owner = segment.owners[entry]!;
        hit.weight = segment.weights[entry]!;
        hit.at = from;
        hit.first = from === 0;
        hit.whole = hit.first && to === own.length;
        hit.starts = marks ? marks[from] === 1 : hit.first;
        hit.ends = marks ? to === own.length || marks[to] === 1 : to === own.length;
        visit(hit, own);
      }
    }
  };
  return { add, scan };
};

export type Haystack = ReturnType<typeof haystack>;

const marksOf = (length: number, borders: readonly number[]): Uint8Array => {
  const marks = new Uint8Array(length);
  let at = 0;
  for (const border of borders) {
    if (at < length) marks[at] = 1;
    at += border;
  }
  return marks;
};

const join = (texts: readonly string[]): Joined => {
  const offsets: number[] = [];
  let at = 0;
  for (const text of texts) {
    offsets.push(at);
    at += text.length + 1;
  }
  return { text: texts.join('\n'), offsets };
};
