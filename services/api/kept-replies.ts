/**
 * Replies to GET, kept as bytes for as long as nothing in the store changes: a page asks the same few questions again and again,
 * and an answer takes a hundred times as long as finding it here. Two who ask at once wait for one answer.
 */
import { createHash } from 'node:crypto';
import { TextReply } from './endpoint.ts';

export interface KeptReply {
  type: string;
  body: Buffer;
  etag: string;
}

export interface KeptReplies {
  /** @param question everything the answer depends on besides the store */
  get: (question: readonly unknown[], answer: () => Promise<unknown>) => Promise<KeptReply>;
  /** Of what is kept, after a change the store does not know of: an index that was built anew. */
  forget: () => void;
}

export interface KeptRepliesOptions {
  /** Bytes of all kept replies; default 64 MiB. */
  mostBytes?: number;
  /** Changes whenever the store may have; read before each answer. */
  version: () => Promise<string>;
  onAsked?: (isHit: boolean) => void;
}

const MOST_BYTES = 64 * 1024 * 1024;
/** Of one reply: larger ones are rare and would push everything else out. */
const LARGEST = 4 * 1024 * 1024;

export function keepReplies({ mostBytes = MOST_BYTES, version, onAsked }: KeptRepliesOptions): KeptReplies {
  // A Map keeps its keys in the order they were set: the first is the one unused for longest.
  const kept = new Map<string, Promise<KeptReply>>();
  const sizes = new Map<string, number>();
  let bytes = 0;
  let seen: string | undefined;

  const drop = (key: string) => {
    kept.delete(key);
    bytes -= sizes.get(key) ?? 0;
    sizes.delete(key);
  };
  const forget = () => {
    kept.clear();
    sizes.clear();
    bytes = 0;
  };
  const keep = (key: string, made: Promise<KeptReply>, { body }: KeptReply) => {
    if (kept.get(key) !== made) return; // Forgotten meanwhile.
    if (body.byteLength > LARGEST) {
      drop(key);
      return;
    }
    sizes.set(key, body.byteLength);
    bytes += body.byteLength;
    for (const old of kept.keys()) {
      if (bytes <= mostBytes) break;
      drop(old);
    }
  };

  return {
    async get(question, answer) {
      const present = await version();
      if (present !== seen) {
        forget();
        seen = present;
      }
      const key = JSON.stringify(question);
      const known = kept.get(key);
      onAsked?.(known !== undefined);
      if (known !== undefined) {
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const made = answer().then(replyOf);
      kept.set(key, made);
      made.then(
        (reply) => {
          keep(key, made, reply);
        },
        () => {
          if (kept.get(key) === made) drop(key);
        },
      );
      return made;
    },
    forget,
  };
}

/** An answer as it goes over the wire, with a tag that changes with any byte of it. */
export function replyOf(answered: unknown): KeptReply {
  const [type, text] =
    answered instanceof TextReply
      ? [answered.type, answered.text]
      : ['application/json; charset=utf-8', JSON.stringify(answered)];
  const body = Buffer.from(text);
  return { type, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
}
