// Measures the pages in a host page's frames as they are shown, and puts the result into the host page's title.

const TOLERANCE = 1; // of a pixel, for rounding
const LONGEST_WORD = 12; // letters that have to stay on one line

const within = (inner, outer) =>
  inner.left >= outer.left - TOLERANCE && inner.right <= outer.right + TOLERANCE
  && inner.top >= outer.top - TOLERANCE && inner.bottom <= outer.bottom + TOLERANCE;

const rectangles = (node, from, to) => {
  const range = node.ownerDocument.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  return [...range.getClientRects()];
};

const luminance = channels => {
  const [red, green, blue] = channels.map(channel => channel / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const channels = color => color.match(/[\d.]+/g).map(Number);

// The ratio that the Web Content Accessibility Guidelines define.
const contrast = (element, view) => {
  let behind = element;
  while (behind && channels(view.getComputedStyle(behind).backgroundColor)[3] === 0) {
    behind = behind.parentElement;
  }
  if (!behind) {
    return 1;
  }
  const both = [view.getComputedStyle(element).color, view.getComputedStyle(behind).backgroundColor]
    .map(color => luminance(channels(color).slice(0, 3)))
    .sort((one, other) => other - one);
  return (both[0] + 0.05) / (both[1] + 0.05);
};

const brokenWords = node =>
  [...node.data.matchAll(/\S+/g)]
    .filter(word => word[0].length <= LONGEST_WORD && !word[0].includes('-'))
    .filter(word => new Set(rectangles(node, word.index, word.index + word[0].length)
      .map(box => Math.round(box.top))).size > 1)
    .map(word => word[0]);

const texts = body => {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    if (walker.currentNode.data.trim() && walker.currentNode.parentElement.getClientRects().length) {
      found.push(walker.currentNode);
    }
  }
  return found;
};

// Whether what comes first in the text is shown first, although a part of it is written from right to left.
const inOrder = (node, first, second) => {
  const at = node.data.indexOf(first);
  const after = node.data.indexOf(second);
  const end = rectangles(node, at, at + first.length).at(-1);
  const begin = rectangles(node, after, after + second.length)[0];
  return begin.top >= end.bottom || begin.left >= end.right - TOLERANCE;
};

const measure = frame => {
  const view = frame.contentWindow;
  const body = view.document.body;
  const window = {left: 0, right: view.innerWidth, top: 0, bottom: Infinity};
  const all = texts(body);
  const outside = all.filter(node => {
    const cell = node.parentElement.closest('th, td, li, p, h1, h2').getBoundingClientRect();
    return rectangles(node, 0, node.length).some(box => !within(box, cell) || !within(box, window));
  });
  const contrasts = all.map(node => contrast(node.parentElement, view));
  return {
    width: view.innerWidth,
    needed: view.document.documentElement.scrollWidth,
    dark: view.matchMedia('(prefers-color-scheme: dark)').matches,
    background: view.getComputedStyle(body).backgroundColor,
    texts: all.length,
    outside: outside.map(node => node.data),
    broken: all.flatMap(brokenWords),
    disordered: all.filter(node => frame.dataset.first && node.data.includes(frame.dataset.first)
        && node.data.includes(frame.dataset.second)
        && !inOrder(node, frame.dataset.first, frame.dataset.second)).map(node => node.data),
    contrast: Math.min(...contrasts),
    loaded: view.performance.getEntriesByType('resource').map(entry => entry.name),
  };
};

addEventListener('load', () => {
  document.title = encodeURIComponent(JSON.stringify([...document.querySelectorAll('iframe')].map(measure)));
});
