/** Files that read the process environment. Settings enter the server in one place; tools and configuration may look. */
export const environmentReaders = (files: Record<string, string>): string[] =>
  Object.keys(files).filter(
    (file) =>
      !allowed.test(file) && /\bprocess\s*(\?\.|\.)\s*env\b|\bfrom\s+['"](node:)?process['"]/.test(files[file] ?? ''),
  );

const allowed = /^(apps\/api\/src\/env\.ts$|tools\/|e2e\/|bench\/)|\.config\.ts$/;
