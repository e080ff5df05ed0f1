/** Keep what is on screen: table, picture, the whole answer, the link, the printed page. */
import { useId, useRef, useState } from 'preact/hooks';
import { texts } from '../texts/texts.ts';
import { fileName, saveFile } from './save-file.ts';
import { toCsv, toXlsx, type ExportTable } from './table.ts';
import './export-menu.css';

const words = texts.shell.export;

interface ExportMenuProps {
  /** What the files are called. */
  title: string;
  table?: () => ExportTable;
  /** The whole answer. */
  whole: unknown;
  /** What the picture is taken of: an element, or a canvas as it is. */
  picture?: () => HTMLElement | null;
}

export function ExportMenu({ title, table, whole, picture }: ExportMenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const run = (make: () => Promise<void> | void) => async () => {
    try {
      await make();
      setSaid('');
    } catch {
      setSaid(words.failed);
    }
    menu.current?.hidePopover();
  };
  const choices: [name: string, run: () => Promise<void>][] = [];
  if (table !== undefined) {
    choices.push([
      words.csv,
      run(() => {
        saveFile(`\uFEFF${toCsv(table())}`, fileName(title, 'csv'), 'text/csv;charset=utf-8');
      }),
    ]);
    choices.push([
      words.xlsx,
      run(async () => {
        saveFile(await toXlsx(table()), fileName(title, 'xlsx'), '');
      }),
    ]);
  }
  choices.push([
    words.json,
    run(() => {
      saveFile(JSON.stringify(whole, null, 2), fileName(title, 'json'), 'application/json');
    }),
  ]);
  if (picture !== undefined) choices.push([words.png, run(() => savePicture(picture(), title))]);
  choices.push([
    words.link,
    async () => {
      await navigator.clipboard.writeText(window.location.href).then(
        () => {
          setSaid(words.copied);
        },
        () => {
          setSaid(window.location.href);
        },
      );
      menu.current?.hidePopover();
    },
  ]);
  choices.push([
    words.print,
    run(() => {
      menu.current?.hidePopover();
      window.print();
    }),
  ]);
  return (
    <div class="export-menu no-print">
      <button type="button" class="button small-one" popovertarget={id}>
        {words.label}
      </button>
      <div id={id} ref={menu} popover="auto" class="export-list">
        {choices.map(([name, onClick]) => (
          <button key={name} type="button" onClick={() => void onClick()}>
            {name}
          </button>
        ))}
      </div>
      <span role="status" class="small quiet">
        {said}
      </span>
    </div>
  );
}

async function savePicture(element: HTMLElement | null, title: string): Promise<void> {
  if (element === null) throw new Error('There is nothing to take a picture of.');
  if (element instanceof HTMLCanvasElement) {
    const blob = await new Promise<Blob | null>((resolve) => {
      element.toBlob(resolve);
    });
    if (blob === null) throw new Error('The canvas gave no picture.');
    saveFile(blob, fileName(title, 'png'), 'image/png');
    return;
  }
  const { toBlob } = await import('html-to-image');
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  const isKept = (node: HTMLElement) => !(node instanceof Element && node.classList.contains('no-print'));
  const blob = await toBlob(element, { backgroundColor: paper, pixelRatio: 2, filter: isKept, skipFonts: true });
  if (blob === null) throw new Error('The browser gave no picture.');
  saveFile(blob, fileName(title, 'png'), 'image/png');
}
