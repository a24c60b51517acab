import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Gently, visitBegins, visitGoesOn } from './gently.tsx';

const drawn = () => {
  const seen: string[] = [];
  const See = ({ what }: { what: string }) => {
    seen.push(what);
    return <p>{what}</p>;
  };
  render(
    <Gently until={<See what="outline" />}>
      <See what="page" />
    </Gently>,
  );
  return seen;
};

test('the page somebody comes to is seen in outline first, and then as it is', () => {
  visitBegins();
  expect(drawn()).toEqual(['outline', 'page']);
  expect(screen.getByText('page')).toBeTruthy();
  expect(screen.queryByText('outline')).toBeNull();
});

test('pages after it are drawn whole, so that a way back finds its place', () => {
  visitGoesOn();
  expect(drawn()).toEqual(['page']);
});
