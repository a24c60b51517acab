/**
 * How wide the pictures of a first screen stand. Read by what draws them, and written by the build into the page, where
 * `first.js` asks for them before the program is there: were the two of different widths, each picture would come twice.
 */
export const pictureSizes = {
  card: '(min-width: 1100px) 260px, (min-width: 560px) 33vw, 50vw',
  gallery: '(min-width: 820px) 40vw, 100vw',
};
