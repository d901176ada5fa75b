import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Icon } from './icons.tsx';
import { useSay } from './language.tsx';
import { uiWords } from './words.ts';

type Props = {
  readonly title: string;
  /** Absent: the dialog can not be put away. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly width?: 'narrow' | 'regular' | 'wide';
};

const widths = { narrow: 'max-w-md', regular: 'max-w-2xl', wide: 'max-w-5xl' } as const;

/** With a keyboard at hand the first field; on a phone the title, because a field would pull the keyboard up. */
function firstFocus(dialog: HTMLDialogElement | null): HTMLElement | null | undefined {
  const field = matchMedia('(pointer: fine)').matches
    ? dialog?.querySelector<HTMLElement>('[data-body] :is(input, select, textarea):not([tabindex="-1"], [type=file], [readonly])')
    : null;
  return field ?? dialog?.querySelector<HTMLElement>('h2');
}

/** A modal dialog on the native element: it traps the focus, gives it back, and closes with Escape. It is open while it is rendered. */
export function Dialog({ title, onClose, children, footer, width = 'regular' }: Props) {
  const say = useSay();
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  // Before the browser takes the element away: only a dialog that still stands in the page gives the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    firstFocus(dialog)?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      className={`m-auto max-h-[min(92dvh,60rem)] w-[calc(100vw-1.5rem)] ${widths[width]} flex-col overflow-hidden rounded-xl border border-line bg-card p-0 shadow-float open:flex`}
    >
      <header className="flex items-start justify-between gap-4 border-b border-line px-5 py-4 sm:px-7">
        <h2 id={id} tabIndex={-1} className="outline-none font-serif text-xl font-bold leading-snug">
          {title}
        </h2>
        {onClose && (
          <button
            type="button"
            onClick={onClose}
            aria-label={say(uiWords.close)}
            className="-m-2 grid size-10 place-items-center text-soft hover:text-ink"
          >
            <Icon name="cross" />
          </button>
        )}
      </header>
      <div data-body className="flex-1 overflow-y-auto px-5 py-5 sm:px-7">
        {children}
      </div>
      {footer && (
        <footer className="flex flex-wrap items-center justify-end gap-3 border-t border-line bg-paper px-5 py-3.5 sm:px-7">
          {footer}
        </footer>
      )}
    </dialog>
  );
}
