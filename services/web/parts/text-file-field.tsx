/** A file whose text is read here, in the browser; the file itself goes nowhere. Dropping it works, too. */
import { useState } from 'preact/hooks';
import { texts } from '../texts/texts.ts';

const MAX_BYTES = 1_000_000;

interface TextFileFieldProps {
  label: string;
  accept: string;
  onText: (text: string, name: string) => void;
  maxBytes?: number;
}

export function TextFileField({ label, accept, onText, maxBytes = MAX_BYTES }: TextFileFieldProps) {
  const [said, setSaid] = useState('');
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > maxBytes) {
      setSaid(texts.learner.fileLarge);
      return;
    }
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      onText(text, file.name);
      setSaid(texts.learner.fileRead(file.name));
    } catch {
      setSaid(texts.learner.fileWrong);
    }
  };
  return (
    <div
      class="field file-field"
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        void read(event.dataTransfer?.files[0]);
      }}
    >
      <label>
        {label}
        <input
          type="file"
          accept={accept}
          onChange={(event) => {
            void read(event.currentTarget.files?.[0]);
          }}
        />
      </label>
      <span class="small" role="status">
        {said}
      </span>
    </div>
  );
}
