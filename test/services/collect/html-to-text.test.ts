import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText, MAX_TEXT_LENGTH } from '../../../services/collect/html-to-text.ts';

describe('htmlToText', () => {
  it('keeps a line for each block and marks list items', () => {
    const html =
      '<div><h2>About the job</h2><p>We weld &amp; cut.</p><ul><li>TIG</li><li><b>MIG</b> welding</li></ul></div>';
    expect(htmlToText(html)).toBe('About the job\n\nWe weld & cut.\n\n• TIG\n• MIG welding');
  });

  it('keeps a list item on its own line when the browser would', () => {
    expect(htmlToText('<ul><li><p>Python</p></li><li><p>SQL</p></li></ul>')).toBe('• Python\n\n• SQL');
  });

  it('reads a line break of the markup as a blank and a br as a line break', () => {
    expect(htmlToText('<p>one\n  two<br>three</p>')).toBe('one two\nthree');
  });

  it('drops scripts, styles and comments', () => {
    expect(htmlToText('<p>Before<script>var x = "<p>no</p>";</script><style>p{}</style><!-- no -->after</p>')).toBe(
      'Beforeafter',
    );
  });

  it('leaves text without tags as it is', () => {
    for (const text of ['experience < 5 years', 'Email address <EMAIL>', 'AT&T, R&D', 'C++ / .NET', '5 > 4']) {
      expect(htmlToText(text)).toBe(text);
    }
  });

  it('keeps what only looks like a tag inside real markup', () => {
    expect(htmlToText('<p>Call <PHONE> if x < 3 applies</p>')).toBe('Call <PHONE> if x < 3 applies');
  });

  it('reads markup that was escaped once more', () => {
    expect(htmlToText('&lt;p&gt;Weld&lt;/p&gt;&lt;p&gt;Cut&lt;/p&gt;')).toBe('Weld\n\nCut');
  });

  it('removes control characters, invisible blanks and repeated blanks, and reads font bullets', () => {
    expect(htmlToText('a\u0000b\u200bc\u00a0\u00a0d \n\n\n\n e\r\nf')).toBe('abc d\n\ne\nf');
    expect(htmlToText('\uf0b7 Python')).toBe('• Python');
    expect(htmlToText('Â Must know SQL')).toBe('Must know SQL');
  });

  it('turns two blanks after a list comma back into a line break', () => {
    expect(htmlToText('vos missions :  Concevoir des pipelines,  Documenter le code')).toBe(
      'vos missions :\nConcevoir des pipelines,\nDocumenter le code',
    );
  });

  it('never cuts a character in two at the limit', () => {
    const text = htmlToText('x' + '💡'.repeat(MAX_TEXT_LENGTH));
    expect(text.length).toBe(MAX_TEXT_LENGTH - 1);
    expect(text.endsWith('💡')).toBe(true);
  });

  it('is the same when run twice', () => {
    const part = fc.constantFrom(
      '<p>',
      '</p>',
      '<li>',
      'word',
      '  ',
      '\n',
      '•',
      '<',
      '&',
      ',  A',
      '. B',
      'Â ',
      '\u00a0',
      '<b>',
      '</div>',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const once = htmlToText(parts.join(''));
        expect(htmlToText(once)).toBe(once);
      }),
    );
  });

  it.each([
    ['deep nesting', '<div>'],
    ['unclosed tags', '<div '],
    ['angle brackets', '<'],
    ['unopened closing tags', '</p>'],
    ['crossing tags', '<b></p>'],
    ['open comments', '<!--'],
    ['nested lists', '<ul><li>x'],
    ['escaped markup', '&lt;p&gt;'],
    ['ampersands', '&'],
  ])('survives 10 MB of %s', (_name, piece) => {
    const text = htmlToText(piece.repeat(Math.floor(10_000_000 / piece.length)));
    expect(text.length).toBeLessThanOrEqual(MAX_TEXT_LENGTH);
  });
});
