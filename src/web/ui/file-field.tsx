import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { fileNameOf, rememberFileName, useFiles } from './files.tsx';
import { Icon } from './icons.tsx';
import { useSay } from './language.tsx';
import { FieldError } from './text-field.tsx';
import { uiWords } from './words.ts';

type Props = {
  readonly id: string;
  readonly value: string;
  readonly accepts: readonly string[];
  readonly label?: string;
  readonly isInvalid?: boolean;
  readonly onValue: (hash: string) => void;
};

type Sending = { readonly name: string; readonly share: number };

const takesPhotos = (accepts: readonly string[]) => accepts.some((end) => end === '.jpg' || end === '.png');

/** A link to an uploaded file. */
export function FileLink({ hash }: { readonly hash: string }) {
  const say = useSay();
  const { href } = useFiles();
  return (
    <a href={href(hash)} target="_blank" rel="noreferrer" className="link relative inline-flex min-h-6 items-center gap-1.5">
      <Icon name="file" size={16} />
      {fileNameOf(hash) ?? say(uiWords.openFile)}
    </a>
  );
}

function useUpload(onValue: (hash: string) => void) {
  const { upload } = useFiles();
  const [sending, setSending] = useState<Sending | null>(null);
  const [says, setSays] = useState<string>();
  const send = async (file: File | undefined) => {
    if (!file) return;
    setSays(undefined);
    setSending({ name: file.name, share: 0 });
    const sent = await upload(file, (share) => setSending({ name: file.name, share }));
    setSending(null);
    if (!sent.ok) return setSays(sent.says);
    rememberFileName(sent.hash, file.name);
    onValue(sent.hash);
  };
  return { sending, says, send };
}

function Progress({ sending }: { readonly sending: Sending }) {
  const say = useSay();
  return (
    <output className="block text-sm">
      {say(uiWords.uploading)} {sending.name} · {Math.round(sending.share * 100)}%
      <progress value={sending.share} max={1} className="mt-1 block h-1.5 w-full accent-teal" />
    </output>
  );
}

type ChooseProps = Pick<Props, 'value' | 'label' | 'onValue'> & { readonly onPick: () => void; readonly onPhoto: (() => void) | null };

/** The buttons, and the file that is there. */
function Choose({ value, label, onValue, onPick, onPhoto }: ChooseProps) {
  const say = useSay();
  const words = say(value ? uiWords.replaceFile : uiWords.chooseFile);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {value && <FileLink hash={value} />}
      <Button size="small" onClick={onPick} aria-label={label && `${label}：${words}`}>
        <Icon name="upload" size={16} />
        {words}
      </Button>
      {onPhoto && (
        <Button size="small" className="pointer-fine:hidden" onClick={onPhoto}>
          <Icon name="camera" size={16} />
          {say(uiWords.photo)}
        </Button>
      )}
      {value ? (
        <Button kind="bare" size="small" onClick={() => onValue('')}>
          {say(uiWords.removeFile)}
        </Button>
      ) : (
        <span className="text-sm text-soft pointer-coarse:hidden">{say(uiWords.dropFile)}</span>
      )}
    </div>
  );
}

/** What makes a box take dropped files. */
function useDrop(onFile: (file: File | undefined) => void) {
  const [isOver, setIsOver] = useState(false);
  const target = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(false);
      onFile(event.dataTransfer.files[0]);
    },
  };
  return { isOver, target };
}

/** One file: chosen, dropped or photographed, sent at once, with its progress. */
export function FileField({ id, value, accepts, label, isInvalid = false, onValue }: Props) {
  const say = useSay();
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const { sending, says, send } = useUpload(onValue);
  const { isOver, target } = useDrop((file) => void send(file));
  const edge = isInvalid ? 'border-red' : 'border-edge';
  const shared = {
    type: 'file',
    className: 'sr-only',
    tabIndex: -1,
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      void send(event.target.files?.[0]);
      event.target.value = '';
    },
  } as const;
  return (
    <div {...target} className={`rounded-md border border-dashed px-3 py-2.5 ${isOver ? 'border-teal bg-mist' : edge}`}>
      <input {...shared} ref={picker} id={id} aria-label={label} aria-invalid={isInvalid || undefined} accept={accepts.join(',')} />
      <input {...shared} ref={camera} aria-label={say(uiWords.photo)} accept="image/*" capture="environment" />
      {sending ? (
        <Progress sending={sending} />
      ) : (
        <Choose
          value={value}
          onValue={onValue}
          onPick={() => picker.current?.click()}
          onPhoto={takesPhotos(accepts) ? () => camera.current?.click() : null}
          {...(label ? { label } : {})}
        />
      )}
      {accepts.length > 0 && !value && (
        <p className="mt-1 text-[0.8125rem] text-soft">
          {say(uiWords.allowed)} {accepts.join(' ')}
        </p>
      )}
      <FieldError id={`${id}-upload`} says={says} />
    </div>
  );
}
