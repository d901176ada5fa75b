import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { both } from '#core/kernel/words.ts';
import type { PayeeView } from '#contract/money.ts';
import type { Result } from '#contract/client.ts';
import { api } from '../../api/client.ts';
import { payeesQuery } from '../../case/use-choices.tsx';
import { useSigned } from '../../session/session.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Schema, Tree } from '../../ui/schema/schema.ts';
import { useToast } from '../../ui/toast.tsx';
import { paths } from '../../paths.ts';
import { FormDialog } from '../form-dialog.tsx';
import { words as shellWords } from '../../words.ts';
import { groupedAccount } from './payee.ts';
import { words } from './words.ts';

const named = (title: { zh: string; en: string }, rest: Schema = {}): Schema => ({
  type: 'string',
  title: title.zh,
  titleEn: title.en,
  maxLength: 100,
  ...rest,
});

const accountFields = {
  name: named(words.name),
  bank: named(words.bank),
  account: named(words.account, { maxLength: 40, help: words.accountHelp }),
};

const addSchema: Schema = {
  type: 'object',
  required: ['isPerson', 'name', 'bank', 'account'],
  properties: {
    isPerson: {
      type: 'string',
      title: words.kind.zh,
      titleEn: words.kind.en,
      help: words.personHelp,
      enum: ['no', 'yes'],
      labels: { no: words.agency, yes: words.person },
    },
    ...accountFields,
  },
};

const changeSchema: Schema = {
  type: 'object',
  required: ['name', 'bank', 'account', 'code'],
  properties: { ...accountFields, code: named(words.code, { maxLength: 6, help: words.codeHelp }) },
};

const digits = (typed: unknown) => (typeof typed === 'string' ? typed.normalize('NFKC').replace(/[\s-]/g, '') : '');
const textOf = (typed: unknown) => (typeof typed === 'string' ? typed : '');

/** The words of an account as they are sent; an account number is typed with or without blanks. */
const accountOf = ({ name, bank, account }: Tree) => ({ name: textOf(name), bank: textOf(bank), account: digits(account) });

/** What was typed, in groups, to be compared with the card. */
const notesOf = ({ account }: Tree): Readonly<Record<string, ReactNode>> =>
  digits(account).length > 4 ? { account: <p className="mt-1 font-mono text-lg tracking-wide">{groupedAccount(digits(account))}</p> } : {};

type FormProps = {
  readonly title: string;
  readonly send: string;
  readonly schema: Schema;
  readonly start: Tree;
  readonly onSend: (value: Tree, key: string) => Promise<Result<PayeeView>>;
  readonly done: string;
  readonly onClose: () => void;
  readonly children?: ReactNode;
};

/** An account is never kept on the device: its number is typed anew. */
function PayeeForm({ title, send, schema, start, onSend, done, onClose, children }: FormProps) {
  const tell = useToast();
  const queries = useQueryClient();
  const [value, setValue] = useState<Tree>(start);
  const sent = () => {
    tell(done);
    void queries.invalidateQueries({ queryKey: ['payees'] });
    onClose();
  };
  return (
    <FormDialog
      title={title}
      send={send}
      schema={schema}
      value={value}
      onValue={setValue}
      notes={notesOf(value)}
      onSend={(key) => onSend(value, key)}
      onSent={sent}
      onClose={onClose}
    >
      {children}
    </FormDialog>
  );
}

/** Registers an account of the agency or of a person it is paid for. */
export function AddPayee({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const { data } = useQuery(payeesQuery);
  return (
    <PayeeForm
      title={say(words.add)}
      send={say(words.add)}
      schema={addSchema}
      start={{ isPerson: 'no', name: '', bank: '', account: '' }}
      onSend={(value, key) => api.call('addPayee', { body: { ...accountOf(value), isPerson: value.isPerson === 'yes' } }, { key })}
      done={say(words.added)}
      onClose={onClose}
    >
      {data && data.rows.length > 0 && <Notice tone="warn">{say(words.wait)}</Notice>}
    </PayeeForm>
  );
}

/** Nobody changes where money goes with a password alone. */
function NeedsFactor({ payee, onClose }: { readonly payee: PayeeView; readonly onClose: () => void }) {
  const say = useSay();
  return (
    <Dialog
      title={say(words.changeOf(payee.name))}
      onClose={onClose}
      width="narrow"
      footer={
        <>
          <Button onClick={onClose}>{say(shellWords.cancel)}</Button>
          <Link href={paths.account} className={buttonClass('primary')}>
            {say(words.toAccount)}
          </Link>
        </>
      }
    >
      <Notice tone="warn">{say(words.needsFactor)}</Notice>
    </Dialog>
  );
}

/** Replaces an account by another; it waits before it is used. */
export function ChangePayee({ payee, onClose }: { readonly payee: PayeeView; readonly onClose: () => void }) {
  const say = useSay();
  const { secondFactor } = useSigned();
  if (secondFactor !== 'done') return <NeedsFactor payee={payee} onClose={onClose} />;
  const { id, name, bank, tail } = payee;
  return (
    <PayeeForm
      title={say(words.changeOf(name))}
      send={say(words.change)}
      schema={changeSchema}
      start={{ name, bank, account: '', code: '' }}
      onSend={(value, key) => api.call('changePayee', { params: { id }, body: { ...accountOf(value), code: digits(value.code) } }, { key })}
      done={say(words.changed)}
      onClose={onClose}
    >
      <p className="text-soft">
        {say(both('现账户', 'Now'))}：{bank} {say(words.masked(tail))}
      </p>
      <Notice tone="warn">{say(words.wait)}</Notice>
    </PayeeForm>
  );
}
