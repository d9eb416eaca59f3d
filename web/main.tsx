// Starts the screen: language, server state, addresses.
import './tokens.css';
import './style/base.css';
import './style/shell.css';
import './style/part.css';
import './style/table.css';
import './style/print.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refusal } from './api.ts';
import { router } from './router.tsx';
import { LanguageProvider } from './text/language.tsx';

/** A refusal is an answer; only a lost connection is worth asking again. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (count, cause) => count < 2 && cause instanceof Refusal && cause.status === 0,
    },
  },
});

const place = document.getElementById('root');
if (place)
  createRoot(place).render(
    <StrictMode>
      <LanguageProvider>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageProvider>
    </StrictMode>,
  );
