import { createRoot } from 'react-dom/client';
import { App } from './app';
import './styles/tokens.css';
import './styles/page.css';
import './styles/controls.css';
import './styles/lists.css';
import './styles/collections.css';

const container = document.getElementById('page');
if (container !== null) createRoot(container).render(<App />);
