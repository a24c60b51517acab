import { extendTailwindMerge } from 'tailwind-merge';

/** Joins class names; of two that set the same property the later wins. Knows the names of our type scale. */
export const cx = extendTailwindMerge({ extend: { theme: { text: ['xs', 'sm', 'base', 'md', 'lg', 'xl', '2xl'] } } });
