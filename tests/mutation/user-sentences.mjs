// Leaves out of mutation what is no rule: Chinese sentences and names for people, and the worked examples (they are tests).
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const han = /\p{Script=Han}/u;
const isHanText = (node) =>
  (node.type === 'StringLiteral' && han.test(node.value)) ||
  (node.type === 'TemplateLiteral' && node.quasis.some(({ value }) => han.test(value.raw)) && node.expressions.every(isPlain));
/** An expression that has nothing to mutate inside, so that leaving out its sentence leaves out nothing else. */
const isPlain = (node) =>
  node.type === 'Identifier' ||
  (node.type === 'MemberExpression' && !node.computed && isPlain(node.object)) ||
  (node.type === 'CallExpression' && isPlain(node.callee) && node.arguments.every(isPlain));

const isExamplesMember = (path) =>
  path.isObjectProperty() && !path.node.computed && path.node.key.type === 'Identifier' && path.node.key.name === 'examples';
const isInExamples = (path) => path.find((one) => isExamplesMember(one) || isBuilder(one)) !== null;
/** A top-level constant that only worked examples use. */
const isBuilder = (path) => {
  if (!path.isVariableDeclaration() || !path.parentPath?.isProgram() || path.node.declarations.length !== 1) return false;
  const [{ id }] = path.node.declarations;
  const uses = id.type === 'Identifier' ? (path.scope.getBinding(id.name)?.referencePaths ?? []) : [];
  return uses.length > 0 && uses.every(isInExamples);
};

const reasonOf = (path) => {
  if (isHanText(path.node)) return 'a sentence for people';
  return isExamplesMember(path) || isBuilder(path) ? 'a worked example: it is a test' : undefined;
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'user-sentences', { shouldIgnore: reasonOf })];
