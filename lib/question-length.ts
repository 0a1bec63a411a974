/** UTF-16 units that a question may have. Apart from the wire's schemas, so that a page need not load them to know it. */
export const maximumQuestionLength = 2000;
