import { cva, type VariantProps } from 'class-variance-authority';

/** The look of a button, for links that act as one: `<Link className={buttonClass({ look: 'primary' })}>`. */
export const buttonClass = cva(
  'relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap select-none transition-colors duration-100 aria-disabled:cursor-not-allowed [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      look: {
        primary:
          'bg-accent text-on-accent hover:bg-accent-strong aria-disabled:bg-line aria-disabled:text-muted aria-disabled:hover:bg-line',
        secondary:
          'border border-control bg-surface text-ink hover:bg-hover aria-disabled:border-line aria-disabled:bg-transparent aria-disabled:text-faint',
        quiet: 'text-muted hover:bg-hover hover:text-ink aria-disabled:text-faint aria-disabled:hover:bg-transparent',
        danger:
          'bg-danger text-on-danger hover:bg-danger/88 aria-disabled:bg-line aria-disabled:text-muted aria-disabled:hover:bg-line',
        'quiet-danger':
          'text-danger-ink hover:bg-danger-soft aria-disabled:text-faint aria-disabled:hover:bg-transparent',
        link: 'text-accent-ink underline-offset-2 hover:underline aria-disabled:text-faint aria-disabled:no-underline',
      },
      size: { sm: 'h-8 px-2.5 text-sm', md: 'h-10 px-3.5 text-base md:h-9', lg: 'h-12 px-5 text-md', inline: 'h-auto' },
      wide: { true: 'w-full', false: '' },
      square: { true: 'px-0', false: '' },
    },
    compoundVariants: [
      { square: true, size: 'sm', class: 'w-8' },
      { square: true, size: 'md', class: 'w-10 md:w-9' },
      { square: true, size: 'lg', class: 'w-12' },
    ],
    defaultVariants: { look: 'secondary', size: 'md', wide: false, square: false },
  },
);

export type ButtonLook = VariantProps<typeof buttonClass>;
