import { z } from 'zod';
import type { Language } from '#core/kernel/words.ts';
import { processNames } from '#processes/index.ts';
import { inputSchema, processNamed } from './present.ts';

const forms = new Map<string, unknown>();

/** The JSON Schema of a process's form, made once. */
function formSchema(name: string): unknown {
  const { form } = processNamed(name);
  if (!form) return null;
  if (!forms.has(name)) forms.set(name, z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' }));
  return forms.get(name);
}

/** Every process as the screens need it: names, states, who may open one with which words, and its form. */
export const describeProcesses = (language: Language) =>
  processNames.map((name) => {
    const process = processNamed(name);
    return {
      name,
      title: process.title[language],
      clause: process.clause,
      states: Object.entries(process.states).map(([state, { title }]) => ({ name: state, title: title[language] })),
      opens: {
        title: process.opens.title[language],
        roles: process.opens.who.map(({ role }) => role),
        input: inputSchema(process, 'open') as never,
      },
      readers: [...new Set(process.readers.map(({ role }) => role))],
      form: formSchema(name) as never,
      bulk: Object.entries(process.events)
        .filter(([, { inBulk }]) => inBulk !== undefined)
        .map(([event, { title, who }]) => ({ event, title: title[language], roles: who.map(({ role }) => role) })),
    };
  });
