// For functions: `npx @opennextjs/aws build`. Pictures are never resized on the server.
export default { default: {}, imageOptimization: { loader: 'dummy', install: false } }
