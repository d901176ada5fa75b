import type { ButtonHTMLAttributes } from 'react';

export type ButtonKind = 'primary' | 'plain' | 'grave' | 'bare';
export type ButtonSize = 'regular' | 'small';

const kinds: Readonly<Record<ButtonKind, string>> = {
  primary: 'bg-teal text-on border-teal hover:brightness-115 disabled:opacity-55',
  plain: 'bg-card text-teal border-teal/45 hover:border-teal hover:bg-mist disabled:opacity-55',
  grave: 'bg-card text-red border-red/45 hover:border-red hover:bg-pink disabled:opacity-55',
  bare: 'border-transparent text-teal hover:bg-mist disabled:opacity-55',
};
const sizes: Readonly<Record<ButtonSize, string>> = {
  regular: 'min-h-11 px-5 py-2',
  small: 'min-h-9 px-3 py-1 text-sm whitespace-nowrap',
};

/** Class names of a button, for links that look like one. */
export const buttonClass = (kind: ButtonKind = 'plain', size: ButtonSize = 'regular'): string =>
  `inline-flex items-center justify-center gap-2 rounded-md border font-semibold leading-snug no-underline transition-colors disabled:cursor-not-allowed ${kinds[kind]} ${sizes[size]}`;

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly kind?: ButtonKind;
  readonly size?: ButtonSize;
  /** Work is under way: the button waits and says so. */
  readonly isBusy?: boolean;
};

/** A button. Its words say what happens. */
export function Button({ kind = 'plain', size = 'regular', isBusy = false, className = '', children, disabled, type, ...rest }: Props) {
  return (
    <button
      type={type === 'submit' ? 'submit' : 'button'}
      className={`${buttonClass(kind, size)} ${className}`}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      {...rest}
    >
      {isBusy && <span aria-hidden="true" className="size-4 animate-spin rounded-full border-2 border-current border-r-transparent" />}
      {children}
    </button>
  );
}
