/**
 * What an endpoint is: its place, its schemas, who may ask and what answers it. Routes, OpenAPI and the typed client are
 * made from the same list.
 */
import type { z } from 'zod';
import type { Caller, Role } from './caller.ts';

type Method = 'get' | 'post';

/** A reply that is a document of its own instead of JSON. */
export class TextReply {
  readonly type: string;
  readonly text: string;
  constructor(type: string, text: string) {
    this.type = type;
    this.text = text;
  }
}

export interface Endpoint<
  M extends Method = Method,
  Path extends string = string,
  Request extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  method: M;
  /** As in OpenAPI: `/v1/skills/{id}`. */
  path: Path;
  summary: string;
  /** Of the path's parameters with the query string (GET) or the JSON body (POST). */
  request: Request;
  reply: Reply;
  /** 200 unless said otherwise; 202 for work that goes on. */
  status?: 200 | 202;
  /** Content types it can answer in besides JSON. */
  texts?: readonly string[];
  /** Who may ask; absent: everybody who may read. */
  roles?: readonly Role[];
  /** Largest body, as express counts; 1mb unless said otherwise. */
  bodyLimit?: string;
  /** The answer depends on more than the stored data and the day, or changes it: never kept for the next who asks. */
  isFresh?: boolean;
  answer: (request: unknown, caller: Caller) => Promise<unknown>;
}

interface Described<
  M extends Method,
  Path extends string,
  Request extends z.ZodType,
  Reply extends z.ZodType,
> extends Omit<Endpoint<M, Path, Request, Reply>, 'answer'> {
  answer: (request: z.output<Request>, caller: Caller) => Promise<z.input<Reply> | z.output<Reply> | TextReply>;
}

/** Ties request and reply types together; the list holds endpoints of any type, and the client reads them off it. */
export function endpoint<
  const M extends Method,
  const Path extends string,
  Request extends z.ZodType,
  Reply extends z.ZodType,
>(one: Described<M, Path, Request, Reply>): Endpoint<M, Path, Request, Reply> {
  return { ...one, answer: async (request, caller) => one.answer(one.request.parse(request), caller) };
}
