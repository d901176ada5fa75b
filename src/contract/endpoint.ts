import type { z } from 'zod';
import type { Words } from '#core/kernel/words.ts';
import type { Role } from '#core/people/roles.ts';

/** Who may call an endpoint at all; what they see and do there is decided behind it. */
export type Audience = 'anyone' | 'signed in' | readonly Role[];

/** One endpoint as data. Routes, validation, OpenAPI, the typed client and the access table derive from it. */
export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path under `/api`, parameters in braces. */
  readonly path: `/${string}`;
  readonly summary: Words;
  readonly clause?: string;
  readonly who: Audience;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Absent when the answer has no body, or is a file. */
  readonly answer?: z.ZodType;
  readonly status?: number;
  /** A command takes an Idempotency-Key header; a repeated key gets the first answer, byte for byte. */
  readonly isCommand?: boolean;
  /** The write names the version it saw in an If-Match header. */
  readonly namesVersion?: boolean;
  /** The body is an uploaded file (multipart/form-data). */
  readonly takesFile?: boolean;
  /** The answer is a file rather than JSON. */
  readonly givesFile?: boolean;
  /** Set on endpoints that a process brought with it. */
  readonly process?: string;
  readonly event?: string;
  /** Exists in demonstration mode only. */
  readonly isDemo?: boolean;
};

/** Keeps the literal types of an endpoint. */
export const endpoint = <const E extends Endpoint>(definition: E): E => definition;

type InputOf<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;
type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What a handler gets after validation. */
export type Parsed<E extends Endpoint> = {
  readonly params: OutputOf<E['params']>;
  readonly query: OutputOf<E['query']>;
  readonly body: OutputOf<E['body']>;
};

/** What a caller sends. */
export type Sent<E extends Endpoint> = {
  readonly params: InputOf<E['params']>;
  readonly query: InputOf<E['query']>;
  readonly body: InputOf<E['body']>;
};

export type AnswerOf<E extends Endpoint> = E['answer'] extends z.ZodType ? z.output<E['answer']> : undefined;
