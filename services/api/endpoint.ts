/** What an endpoint is: its place, its schemas and what answers it. Routes and OpenAPI are made from the same list. */
import type { z } from 'zod';

export interface Endpoint<Request = unknown, Reply = unknown> {
  method: 'get' | 'post';
  path: string;
  summary: string;
  /** Of the query string for GET, of the JSON body for POST. */
  request: z.ZodType<Request>;
  reply: z.ZodType<Reply>;
  answer: (request: Request) => Promise<Reply>;
}

/** Keeps request and reply types tied together while the list holds endpoints of any type. */
export function endpoint<Request, Reply>(one: Endpoint<Request, Reply>): Endpoint {
  return {
    method: one.method,
    path: one.path,
    summary: one.summary,
    request: one.request,
    reply: one.reply,
    answer: (request) => one.answer(one.request.parse(request)),
  };
}
