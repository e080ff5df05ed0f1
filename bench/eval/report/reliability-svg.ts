/**
 * A reliability diagram: bins of confidence in, an SVG out, one panel for each population of links.
 *
 * A bar is the share of its bin that is right, the whisker its 90 % interval, the dot the mean confidence. On the
 * diagonal a confidence comes true as often as it says; bars below it are too sure.
 */
import type { Reliability } from '../section-result.ts';
import { showShare } from './show-numbers.ts';

const PANEL = { width: 420, height: 400, left: 52, top: 56, side: 320 };
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

export function drawReliability(panels: readonly Reliability[]): string {
  const width = PANEL.width * Math.max(1, panels.length);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${PANEL.height + 30}" width="${width}" height="${PANEL.height + 30}" font-family="sans-serif" font-size="11" role="img" aria-labelledby="title">`,
    '<title id="title">Reliability of links: share right by confidence, HOUSE and TECH validation</title>',
    `<rect width="${width}" height="${PANEL.height + 30}" fill="#ffffff"/>`,
    ...panels.flatMap((panel, at) => [`<g transform="translate(${at * PANEL.width} 0)">`, ...drawPanel(panel), '</g>']),
    '</svg>\n',
  ].join('\n');
}

const x = (confidence: number): string => (PANEL.left + confidence * PANEL.side).toFixed(1);
const y = (share: number): string => (PANEL.top + (1 - share) * PANEL.side).toFixed(1);

function drawPanel({ title, bins }: Reliability): string[] {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return [
    `<text x="${PANEL.left}" y="22" font-size="12" font-weight="bold" fill="#222222">${escapeXml(title)}</text>`,
    `<text x="${PANEL.left}" y="40" fill="#555555">n = ${total}; number above each bar: predictions in it</text>`,
    ...TICKS.flatMap((tick) => [
      `<line x1="${x(0)}" y1="${y(tick)}" x2="${x(1)}" y2="${y(tick)}" stroke="#e4e4e4"/>`,
      `<text x="${PANEL.left - 6}" y="${y(tick)}" dy="4" text-anchor="end" fill="#555555">${tick}</text>`,
      `<text x="${x(tick)}" y="${PANEL.top + PANEL.side + 16}" text-anchor="middle" fill="#555555">${tick}</text>`,
    ]),
    ...bins.flatMap(drawBar),
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#888888" stroke-dasharray="4 3"/>`,
    `<text x="${x(0.5)}" y="${PANEL.top + PANEL.side + 36}" text-anchor="middle" fill="#222222">stated confidence</text>`,
    `<text transform="translate(14 ${y(0.5)}) rotate(-90)" text-anchor="middle" fill="#222222">share that is right</text>`,
  ];
}

function drawBar({ low, high, count, meanConfidence, rightShare, interval }: Reliability['bins'][number]): string[] {
  const middle = (low + high) / 2;
  const width = (high - low) * PANEL.side - 2;
  const what = `confidence ${showShare(low, 2)} to ${showShare(high, 2)}: ${count}, right ${showShare(rightShare, 2)}`;
  return [
    `<rect x="${(PANEL.left + low * PANEL.side + 1).toFixed(1)}" y="${y(rightShare)}" width="${width.toFixed(1)}" height="${(rightShare * PANEL.side).toFixed(1)}" fill="#9ab8d6"><title>${what}</title></rect>`,
    `<line x1="${x(middle)}" y1="${y(interval[0])}" x2="${x(middle)}" y2="${y(interval[1])}" stroke="#35608c"/>`,
    `<circle cx="${x(meanConfidence)}" cy="${y(meanConfidence)}" r="2.5" fill="#222222"/>`,
    `<text x="${x(middle)}" y="${y(interval[1])}" dy="-4" text-anchor="middle" fill="#35608c">${count}</text>`,
  ];
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
