import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { Icon } from './icons.tsx';
import { useSay } from './language.tsx';
import { uiWords } from './words.ts';

type Toast = { readonly id: number; readonly says: string; readonly kind: 'good' | 'bad' };
type Tell = (says: string, kind?: Toast['kind']) => void;

const ToastContext = createContext<Tell>(() => undefined);

/** Gives a function that tells the user something happened; screen readers hear it too. */
export const useToast = (): Tell => useContext(ToastContext);

const colours = { good: 'border-teal bg-card', bad: 'border-red bg-pink' } as const;

/** Keeps the live region. Good news goes after six seconds; bad news stays until it is put away. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const last = useRef(0);
  const drop = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), []);
  const tell = useCallback<Tell>(
    (says, kind = 'good') => {
      const id = ++last.current;
      setToasts((shown) => [...shown.slice(-2), { id, says, kind }]);
      if (kind === 'good') setTimeout(() => drop(id), 6000);
    },
    [drop],
  );
  return (
    <ToastContext value={tell}>
      {children}
      <div
        aria-live="polite"
        className="no-print pointer-events-none fixed inset-x-3 bottom-4 z-30 flex flex-col items-center gap-2 sm:inset-x-auto sm:right-6 sm:items-end"
      >
        {toasts.map(({ id, says, kind }) => (
          <div
            key={id}
            className={`pointer-events-auto flex max-w-md items-start gap-3 rounded-lg border-l-4 px-4 py-3 shadow-float ${colours[kind]}`}
          >
            <span className={kind === 'good' ? 'text-teal' : 'text-red'}>
              <Icon name={kind === 'good' ? 'check' : 'warn'} />
            </span>
            <span>{says}</span>
            <button
              type="button"
              aria-label={say(uiWords.close)}
              onClick={() => drop(id)}
              className="-my-1 -mr-2 grid size-8 shrink-0 place-items-center text-soft hover:text-ink"
            >
              <Icon name="cross" size={14} />
            </button>
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
