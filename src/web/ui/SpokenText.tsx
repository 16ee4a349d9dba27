import { Children, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';
import { spokenPieces } from '#web/ui/money-words.ts';

/**
 * Words with short amounts in them, such as a subtitle or a cell: `$1.2M` to the eye, "1.2 million dollars" to the ear.
 * Elements among them are left as they are: they say their own amounts.
 */
export function SpokenText({ children }: { children: ReactNode }) {
  return Children.map(children, (child) => {
    if (typeof child === 'string') return spokenPieces(child).map((piece, index) => <Piece key={index} {...piece} />);
    return isFragment(child) ? <SpokenText>{child.props.children}</SpokenText> : child;
  });
}

function Piece({ text, spoken }: { text: string; spoken: string | undefined }) {
  return spoken === undefined ? text : <span className="money"><span aria-hidden="true">{text}</span><span className="visually-hidden">{spoken}</span></span>;
}

function isFragment(child: ReactNode): child is ReactElement<{ children?: ReactNode }> {
  return isValidElement(child) && child.type === Fragment;
}
