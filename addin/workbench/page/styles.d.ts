/** Style sheets are taken by webpack. */
declare module '*.css';
