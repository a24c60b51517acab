import { beforeEach, expect, test } from 'vitest';
import { forgetDraft, keepDraft, placementOf, readDraft, settlePlacement } from './checkout-draft.ts';

beforeEach(() => sessionStorage.clear());

test('a cart keeps one key until the server has answered, and another cart has another', () => {
  const first = placementOf('cart-a');
  expect(placementOf('cart-a')).toBe(first);
  expect(placementOf('cart-b')).not.toBe(first);
  settlePlacement('cart-a');
  expect(placementOf('cart-a')).not.toBe(first);
});

test('what was typed comes back, and nothing that a form does not know', () => {
  keepDraft('cart-a', { contactName: '王芳', note: '后门卸货' });
  expect(readDraft('cart-a')).toEqual({ contactName: '王芳', note: '后门卸货' });
  sessionStorage.setItem('tradeline-checkout-cart-a', '{"contactName":"x","strange":"y","phone":7}');
  expect(readDraft('cart-a')).toEqual({ contactName: 'x' });
  sessionStorage.setItem('tradeline-checkout-cart-a', 'not json');
  expect(readDraft('cart-a')).toEqual({});
});

test('a placed order leaves nothing behind', () => {
  placementOf('cart-a');
  keepDraft('cart-a', { note: 'n' });
  forgetDraft('cart-a');
  expect(sessionStorage.length).toBe(0);
});
