import { render } from 'preact';
import '../../../shared/ui/base.css';
import './customer.css';
import { browserKey } from './browser-key.ts';
import { CustomerApp } from './customer-app.tsx';
import { createCustomerModel } from './customer-model.ts';

const page = document.getElementById('page');
if (!page) throw new Error('The page has no place to draw on.');
render(<CustomerApp model={createCustomerModel({ origin: location.origin, browserKey })} />, page);
