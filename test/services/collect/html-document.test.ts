import { describe, expect, it } from 'vitest';
import { extractJsonLd, extractLinks, extractSitemap } from '../../../services/collect/html-document.ts';

describe('extractJsonLd', () => {
  it('finds the scripts in order, however their type is written', () => {
    const html = `<html><script type="application/ld+json">{"a":1}</script>
      <SCRIPT id=x TYPE='application/LD+JSON; charset=utf-8'> {"b":2} </SCRIPT >
      <script type=application/ld+json>{"c":"<p>3</p>"}</script>
      <script type="application&#x2F;ld+json">{"d":4}</script>`;
    expect(extractJsonLd(html).map((text) => text.trim())).toEqual([
      '{"a":1}',
      '{"b":2}',
      '{"c":"<p>3</p>"}',
      '{"d":4}',
    ]);
  });

  it('does not take other scripts, comments, or text that looks like a script', () => {
    const html = `<!-- <script type="application/ld+json">{"no":1}</script> -->
      <script>const s = '<script type="application/ld+json">{"no":2}';</script>
      <title><script type="application/ld+json">{"no":3}</script></title>
      <p title='<script type="application/ld+json">{"no":4}</script>'>`;
    expect(extractJsonLd(html)).toEqual([]);
  });

  it('takes a script that a cut page leaves open as far as it goes', () => {
    expect(extractJsonLd('<script type="application/ld+json">{"a":')).toEqual(['{"a":']);
  });

  it.each([
    ['unclosed tags', '<a'],
    ['opened quotes', `<a "`],
    ['mixed quotes', `<a "<b '`],
    ['comments', '<!--'],
    ['open scripts', '<script '],
    ['nesting', '<div><b>'],
  ])('reads 2 MB of %s in linear time', (_what, part) => {
    const html = part.repeat(Math.ceil(2_000_000 / part.length));
    expect(extractJsonLd(html)).toEqual([]);
    expect(extractLinks(html, 'https://jobs.example/')).toEqual([]);
  });
});

describe('extractLinks', () => {
  it('makes them absolute, drops fragments and repeats, and what is no web page', () => {
    const html = `<a href="/jobs/1">1</a><a class=x href=jobs/2>2</a><a href='?page=2&amp;x=1'>next</a>
      <a href="/jobs/1#apply">again</a><a href="javascript:alert(1)">x</a><a href="mailto:a@b.example">m</a><a name=top>
      <a href="//other.example/a">o</a><a href="http://[bad">b</a>`;
    expect(extractLinks(html, 'https://jobs.example/list/')).toEqual([
      'https://jobs.example/jobs/1',
      'https://jobs.example/list/jobs/2',
      'https://jobs.example/list/?page=2&x=1',
      'https://other.example/a',
    ]);
  });

  it('counts from the base of the page when it names one', () => {
    expect(extractLinks('<base href="/en/"><a href="x">x</a>', 'https://jobs.example/a')).toEqual([
      'https://jobs.example/en/x',
    ]);
  });

  it('stops at 5,000', () => {
    const html = Array.from({ length: 6000 }, (_, number) => `<a href="/${number}">`).join('');
    expect(extractLinks(html, 'https://jobs.example/')).toHaveLength(5000);
  });
});

describe('extractSitemap', () => {
  it('reads addresses of a sitemap and of an index of sitemaps, not those of images', () => {
    const xml = `<?xml version="1.0"?>\n<urlset xmlns="x"><url><loc> https://jobs.example/1?a=1&amp;b=2 </loc>
      <image:image><image:loc>https://jobs.example/logo.png</image:loc></image:image></url>
      <url><loc><![CDATA[https://jobs.example/2]]></loc></url></urlset>`;
    expect(extractSitemap(xml, 'https://jobs.example/sitemap.xml')).toEqual([
      'https://jobs.example/1?a=1&b=2',
      'https://jobs.example/2',
    ]);
    const index = '<sitemapindex><sitemap><loc>/sitemap-1.xml</loc></sitemap></sitemapindex>';
    expect(extractSitemap(index, 'https://jobs.example/sitemap.xml')).toEqual(['https://jobs.example/sitemap-1.xml']);
  });

  it('leaves any other document alone', () => {
    expect(extractSitemap('<html><p>loc</html>', 'https://jobs.example/')).toBeUndefined();
  });
});
