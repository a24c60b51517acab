/** A part of a picture in its own pixels. */
export type Area = { left: number; top: number; width: number; height: number };
export type Size = { width: number; height: number };

/** The smallest part that may be kept, as the server has it. */
export const LEAST = 32;

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** The area moved, kept whole inside the picture. */
export const moved = (area: Area, dx: number, dy: number, size: Size): Area => ({
  ...area,
  left: Math.round(clamp(area.left + dx, 0, size.width - area.width)),
  top: Math.round(clamp(area.top + dy, 0, size.height - area.height)),
});

/** The area with its lower right corner moved; with `square` it stays one. */
export const resized = (area: Area, dx: number, dy: number, size: Size, square: boolean): Area => {
  const most = { width: size.width - area.left, height: size.height - area.top };
  const width = Math.round(clamp(area.width + dx, LEAST, most.width));
  const height = Math.round(clamp(area.height + dy, LEAST, most.height));
  if (!square) return { ...area, width, height };
  const side = Math.min(Math.max(width, height), most.width, most.height);
  return { ...area, width: side, height: side };
};

/** The largest square in the middle of the picture. */
export const middleSquare = ({ width, height }: Size): Area => {
  const side = Math.min(width, height);
  return { left: Math.floor((width - side) / 2), top: Math.floor((height - side) / 2), width: side, height: side };
};
