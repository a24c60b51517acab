/** How this gateway misbehaves; left alone it answers at once and tells of a payment once. */
export type Behaviour = {
  /** How often each notice is sent, all at once. */
  copies: number;
  /** Milliseconds before a notice goes out. */
  delay: number;
  /** No notice at all: whoever wants to know must ask. */
  lose: boolean;
  /** Milliseconds before a request is answered at all. */
  hang: number;
  /** The request is carried out, its answer is not: the caller cannot know. */
  swallow: boolean;
  /** Refunds stay under way until told otherwise. */
  slowRefunds: boolean;
  /** Refunds are declined. */
  declineRefunds: boolean;
  /** Who looks at pages inside WeChat. */
  openid: string;
};

export const wellBehaved: Behaviour = {
  copies: 1,
  delay: 0,
  lose: false,
  hang: 0,
  swallow: false,
  slowRefunds: false,
  declineRefunds: false,
  openid: 'o000000000000000000000000001',
};
