import { describeBasicOperations } from './basicOperations.ts';

describeBasicOperations('1.17');
