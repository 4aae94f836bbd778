export {};

declare global {
  /** The nonce that scripts and styles made by bundled packages bear: webpack takes it from here. */
  var __webpack_nonce__: string;
}
