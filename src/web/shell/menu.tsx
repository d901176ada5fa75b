import { type ReactNode, useId, useRef } from 'react';

/** A button with a panel below it, on the native popover: Escape and a click elsewhere close it. */
export function Menu({ label, button, children }: { readonly label: string; readonly button: ReactNode; readonly children: ReactNode }) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const place = () => {
    const under = opener.current?.getBoundingClientRect();
    if (!under || !panel.current) return;
    panel.current.style.top = `${under.bottom + 6}px`;
    panel.current.style.right = `${Math.max(document.documentElement.clientWidth - under.right, 8)}px`;
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        popoverTarget={id}
        aria-label={label}
        onClick={place}
        className="flex min-h-10 min-w-0 items-center rounded-md px-2 text-soft hover:bg-mist"
      >
        {button}
      </button>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a click on any entry closes the panel; the entries are buttons and links */}
      <div
        ref={panel}
        id={id}
        popover="auto"
        onClick={(event) => event.target instanceof Element && event.target.closest('a,button') && panel.current?.hidePopover()}
        className="fixed inset-auto m-0 max-h-[80dvh] w-72 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-xl border border-line bg-card p-0 text-ink shadow-float"
      >
        {children}
      </div>
    </>
  );
}
