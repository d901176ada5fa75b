import { useParams } from 'wouter';
import { EditorPage } from '../form-editor/editor-page.tsx';
import type { FormKind } from '../form-editor/form-kind.ts';
import { NotFound } from '../shell/not-found.tsx';
import { applicationForm } from './application/form-kind.tsx';
import { planForm } from './plan/form-kind.tsx';
import { recognitionForm } from './recognition/form-kind.tsx';

/** The processes whose form is written in the editor. */
const kinds: readonly FormKind[] = [applicationForm, planForm, recognitionForm];

/** `/app/cases/:process/:id/edit`: the form of a case, whatever its process. */
export function Page() {
  const { process } = useParams<{ process: string }>();
  const kind = kinds.find((one) => one.process === process);
  return kind ? <EditorPage kind={kind} /> : <NotFound />;
}
