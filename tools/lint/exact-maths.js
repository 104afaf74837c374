// Two roads around `no-restricted-properties` that shared/ must not take either:
// giving `Math` another name, and `**`, whose last bit is the engine's own choice.

const noAlias = {
  create: (context) => ({
    Identifier(node) {
      if (node.name !== 'Math') return
      const { parent } = node
      if (parent.type === 'MemberExpression' && parent.object === node && !parent.computed) return
      if (parent.type === 'MemberExpression' && parent.property === node && !parent.computed) return
      context.report({
        node,
        message: 'Call Math.x directly: under another name the allow list cannot see it.',
      })
    },
  }),
}

const noPower = {
  create: (context) => {
    const report = (node) => {
      if (node.operator === '**' || node.operator === '**=') {
        context.report({
          node,
          message: '`**` is not bit-equal between engines. Multiply, or use shared/kernel.',
        })
      }
    }
    return { BinaryExpression: report, AssignmentExpression: report }
  },
}

export default {
  meta: { name: 'exact-maths' },
  rules: { 'no-alias': noAlias, 'no-power': noPower },
}
