import { join } from 'node:path';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import { SwcMinify } from './scripts/swcMinify.mjs';

const root = import.meta.dirname;

/** Microsoft asks that the product load its client from here, and the workbench from the package, on this machine. */
const OFFICE_CLIENT = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const WORKBENCH_CLIENT = '/office-dev/excel-web-16.00.js';

/** The service puts a fresh value in the place of this marker in each page it serves. */
const NONCE = '__CSP_NONCE__';

class NonceOnTags {
  apply(compiler) {
    compiler.hooks.compilation.tap('NonceOnTags', (compilation) => {
      HtmlWebpackPlugin.getHooks(compilation).alterAssetTagGroups.tap('NonceOnTags', (groups) => {
        for (const tag of [...groups.headTags, ...groups.bodyTags]) {
          if (tag.tagName === 'script' || tag.tagName === 'link') tag.attributes.nonce = NONCE;
        }
        return groups;
      });
    });
  }
}

/** One page: the entries it loads, in order, and the client of Excel it stands on. */
const page = (filename, template, chunks, client) =>
  new HtmlWebpackPlugin({
    filename,
    template,
    chunks,
    chunksSortMode: 'manual',
    scriptLoading: 'defer',
    minify: false,
    templateParameters: { client, nonce: NONCE },
  });

/**
 * The pane and, beside it, the workbench. `--env product` leaves the workbench out: it belongs to the repository, not
 * to the product.
 */
export default (env = {}) => ({
  mode: 'production',
  devtool: false,
  entry: {
    taskpane: './addin/taskpane/index.tsx',
    ...(!env.product && {
      workbench: './addin/workbench/page/index.tsx',
      shim: './addin/workbench/page/shim.ts',
    }),
  },
  output: {
    path: join(root, env.product ? 'build/product' : 'dist'),
    filename: '[name].[contenthash].js',
    chunkFilename: '[name].[contenthash].js',
    assetModuleFilename: '[name].[contenthash][ext]',
    publicPath: '/',
    clean: true,
  },
  resolve: {
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    // The pane checks answers against the contracts; only the service describes them. 6 KB of the first load.
    alias: Object.fromEntries(
      ['json-schema-processors', 'to-json-schema'].map((file) => [
        join(root, `node_modules/zod/v4/core/${file}.js`),
        false,
      ]),
    ),
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'swc-loader',
        options: {
          jsc: {
            target: 'es2022',
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
          },
        },
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
    ],
  },
  // The pane shares nothing with the workbench: its first load is the product's, and what the grid needs never weighs on it.
  optimization: {
    splitChunks: {
      chunks: 'all',
      cacheGroups: {
        libraries: { test: /node_modules/, chunks: ({ name }) => name === 'taskpane', name: 'libraries', priority: 1 },
      },
    },
    minimizer: [new SwcMinify()],
  },
  performance: { hints: false },
  plugins: [
    new MiniCssExtractPlugin({ filename: '[name].[contenthash].css' }),
    new CopyWebpackPlugin({ patterns: [{ from: './addin/assets/*.png', to: 'assets/[name][ext]' }] }),
    new NonceOnTags(),
    page('taskpane.html', './addin/taskpane/page.html', ['taskpane'], OFFICE_CLIENT),
    ...(env.product
      ? []
      : [
          page('workbench-taskpane.html', './addin/taskpane/page.html', ['shim', 'taskpane'], WORKBENCH_CLIENT),
          page('workbench.html', './addin/workbench/page/page.html', ['workbench']),
        ]),
  ],
  cache: {
    type: 'filesystem',
    // One for both: what is compiled for the workbench is not compiled again for the product.
    name: 'pages',
    cacheDirectory: join(root, 'node_modules/.cache/webpack'),
    buildDependencies: { config: [import.meta.filename] },
  },
});
