/** What a key means in the grid. A step counts rows and columns. */
export type GridCommand =
  | { do: 'undo' | 'redo' | 'fill-down' | 'all' | 'edit' | 'stop' | 'clear' }
  | { do: 'enter' | 'tab'; back: boolean }
  | { do: 'move'; rows: number; columns: number; extend: boolean };

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean };
const FAR = 1_000_000;

const steps: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -FAR],
  End: [0, FAR],
};

/** The keys of a spreadsheet. While a cell is edited (`editing`) most of them belong to its text; `page` rows are in sight. */
export const commandOf = (event: Key, editing: boolean, page: number): GridCommand | undefined => {
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (command && key === 'd') return { do: 'fill-down' };
  if (event.key === 'Enter') return { do: 'enter', back: event.shiftKey };
  if (event.key === 'Tab') return { do: 'tab', back: event.shiftKey };
  if (editing) return event.key === 'Escape' ? { do: 'stop' } : undefined;
  if (event.key === 'F2') return { do: 'edit' };
  if (command && key === 'z') return { do: event.shiftKey ? 'redo' : 'undo' };
  if (command && key === 'y') return { do: 'redo' };
  if (command && key === 'a') return { do: 'all' };
  if (event.key === 'Delete' || event.key === 'Backspace') return { do: 'clear' };
  const extend = event.shiftKey;
  if (event.key === 'PageUp' || event.key === 'PageDown')
    return { do: 'move', rows: event.key === 'PageUp' ? -page : page, columns: 0, extend };
  const step = steps[event.key];
  if (!step) return undefined;
  const far = command ? FAR : 1;
  return { do: 'move', rows: step[0] * far, columns: step[1] * far, extend };
};
