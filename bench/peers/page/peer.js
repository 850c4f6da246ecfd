/** The page alone: what the template itself costs, so that it can be taken off everybody's account. */

export default () => ({ name: 'the page alone' });
