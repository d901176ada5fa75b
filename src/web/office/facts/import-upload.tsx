import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import type { Problem } from '#contract/problems.ts';
import { api } from '../../api/client.ts';
import { ProblemView } from '../../api/problem-view.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import type { KindName } from './fact.ts';
import { words } from './import-words.ts';

type Props = { readonly kind: KindName; readonly onChecked: (id: string) => Promise<void> };

/** Sends one list at a time; the share sent while it goes, null while nothing does. */
function useSend({ kind, onChecked }: Props) {
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (file: File | undefined) => {
    if (!file || share !== null) return;
    setProblem(null);
    setShare(0);
    const answer = await api.upload('checkImport', file, setShare, { query: { kind } });
    setShare(null);
    if (answer.ok) return onChecked(answer.data.id);
    setProblem(answer.problem);
  };
  return { share, problem, send };
}

function Progress({ share }: { readonly share: number }) {
  const say = useSay();
  return (
    <output>
      {say(share < 1 ? words.sending(Math.round(share * 100)) : words.checking)}
      <progress value={share < 1 ? share : undefined} max={1} className="mt-2 block h-1.5 w-full accent-teal" />
    </output>
  );
}

/** Takes a list of one kind, chosen or dropped, and has every row checked. */
export function ImportUpload(props: Props) {
  const say = useSay();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const { share, problem, send } = useSend(props);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    void send(event.target.files?.[0]);
    event.target.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void send(event.dataTransfer.files[0]);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <div
      onDragOver={hover}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={`grid gap-3 rounded-lg border border-dashed px-4 py-6 ${isOver ? 'border-teal bg-mist' : 'border-edge'}`}
    >
      <input
        ref={picker}
        type="file"
        accept=".xlsx,.csv"
        aria-label={say(words.chooseFile)}
        tabIndex={-1}
        onChange={take}
        className="sr-only"
      />
      {share === null ? (
        <p className="flex flex-wrap items-center gap-3">
          <Button kind="primary" className="w-fit" onClick={() => picker.current?.click()}>
            <Icon name="upload" size={16} />
            {say(words.chooseFile)}
          </Button>
          <span className="text-sm text-soft pointer-coarse:hidden">{say(words.drop)}</span>
        </p>
      ) : (
        <Progress share={share} />
      )}
      {problem && <ProblemView problem={problem} />}
    </div>
  );
}
