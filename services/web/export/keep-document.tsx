/** Buttons that keep a brief as a document: the API writes it, the browser saves it. */
import { askForText, type Asked } from '../ask/ask.ts';
import { fileName, saveFile } from './save-file.ts';

type BriefCall = 'post /v1/briefs/design' | 'post /v1/briefs/employer' | 'post /v1/briefs/learner';

const MEDIA_TYPES = { md: 'text/markdown', html: 'text/html' } as const;

interface KeepDocumentProps<Name extends BriefCall> {
  call: Name;
  /** What was asked, without the format. */
  request: Omit<Asked<Name>, 'format'>;
  /** The file's name comes from it. */
  title: string;
  /** What each button says. */
  labels: Record<keyof typeof MEDIA_TYPES, string>;
}

export function KeepDocument<Name extends BriefCall>({ call, request, title, labels }: KeepDocumentProps<Name>) {
  const save = async (format: keyof typeof MEDIA_TYPES) => {
    const text = await askForText(call, { ...request, format });
    saveFile(text, fileName(title, format), MEDIA_TYPES[format]);
  };
  return (
    <>
      {(['md', 'html'] as const).map((format) => (
        <button key={format} type="button" class="button small-one" onClick={() => void save(format)}>
          {labels[format]}
        </button>
      ))}
    </>
  );
}
