export * from './assess-customer.ts';
